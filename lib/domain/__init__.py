"""What an observation is: vocabularies, the schema, the rules of evidence. Imports nothing else of lib."""
