"""The books: what every settlement posts, lots, periods, the chart of accounts."""
