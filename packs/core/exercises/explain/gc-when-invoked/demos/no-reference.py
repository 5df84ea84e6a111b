class Node: pass
ghost = Node()
ghost.itself = ghost
