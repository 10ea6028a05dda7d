select indicator, titel, eenheid, soort, richting, levensdomein, bron, decimalen, venster_jaren, nagekeken
from indicator
order by nagekeken desc, levensdomein, titel
