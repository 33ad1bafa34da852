"""Between domain and records: which file is this, what does it say of our titles, and how is a remessa written.

No bank is named here. What a bank calls a value stands in ``resources/papeis``, what its codes mean in
``resources/ocorrencias``, where its fields lie in ``resources/layouts``; its arithmetic is in `finbank_desktop.bancos`.
"""
