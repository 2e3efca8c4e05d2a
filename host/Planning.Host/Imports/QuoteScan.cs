namespace Planning.Host.Imports;

/// <summary>Follows the quotes of a row through its lines, as RFC 4180 has them.</summary>
internal sealed class QuoteScan
{
    private Place _place = Place.CellStart;
    private int _cellStart;

    private enum Place
    {
        CellStart,
        Bare,
        Quoted,
        AfterQuote,
        Broken,
    }

    /// <summary>The cell reached, from 0.</summary>
    public int Cell { get; private set; }

    /// <summary>A quote has opened a cell and not closed it yet.</summary>
    public bool IsOpen => _place == Place.Quoted;

    public bool HasTextAfterQuote { get; private set; }

    public bool HasQuoteInside { get; private set; }

    public void Follow(string line)
    {
        for (var i = 0; i < line.Length && _place != Place.Broken; i++)
        {
            Follow(line[i]);
            if (_place == Place.CellStart)
            {
                _cellStart = i + 1;
            }
        }
    }

    /// <summary>The flaw of the cell reached, which begins in <paramref name="line"/>.</summary>
    public RowFlaw FlawIn(string line, string reason) => new(Cell, line[_cellStart..], reason);

    private void Follow(char c)
    {
        switch (_place, c)
        {
            case (Place.Quoted, not '"'):
                break;
            case (Place.Quoted, '"'):
                _place = Place.AfterQuote;
                break;
            case (Place.CellStart or Place.AfterQuote, '"'):
                _place = Place.Quoted;
                break;
            case (_, ','):
                _place = Place.CellStart;
                Cell++;
                break;
            case (Place.Bare, '"'):
                (_place, HasQuoteInside) = (Place.Broken, true);
                break;
            case (Place.AfterQuote, _):
                (_place, HasTextAfterQuote) = (Place.Broken, true);
                break;
            default:
                _place = Place.Bare;
                break;
        }
    }
}
