"""What a person does with one boleto or several: asked, shown as a plan, and only then done."""
