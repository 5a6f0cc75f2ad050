"""Tables read from pictures of them: ruling lines make the cells, recognition the words."""
