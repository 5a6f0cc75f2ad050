"""An empty report in the edition of the form that its year asks for, as Word and as HTML."""
