"""How a graph is named and said in RDF, the same on its way out and on its way in."""
