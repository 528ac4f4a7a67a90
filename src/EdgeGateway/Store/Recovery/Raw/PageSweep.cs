namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>Goes over all pages and shows every record in them.</summary>
internal sealed class PageSweep(RawPages pages)
{
    private readonly HashSet<uint>? _free = FreePages.Of(pages);
    private readonly RawCells _cells = new(pages);

    /// <summary>True when nothing speaks against the pages being of one instant and the free ones known: then what lies on a page in use is there.</summary>
    public bool Consistent => _free is not null && !pages.AnyDoubt;

    public void Show(IRecordTaker taker)
    {
        // What is live is shown first: what is doubtful must not take its place.
        foreach (uint page in pages.Numbers())
        {
            Show(page, 0, _free?.Contains(page) == true ? PageOrigin.Free : PageOrigin.Live, taker);
        }

        foreach (uint page in pages.Numbers())
        {
            for (int image = 1; image < pages.Images(page); image++)
            {
                Show(page, image, PageOrigin.Doubtful, taker);
            }
        }
    }

    private void Show(uint page, int image, PageOrigin origin, IRecordTaker taker)
    {
        int cells = _cells.Load(page, image);
        for (int cell = 0; cell < cells; cell++)
        {
            for (int overflow = 0; overflow <= (pages.AnyDoubt ? 1 : 0); overflow++)
            {
                if (_cells.TryRead(cell, overflow, out long row, out ReadOnlySpan<byte> payload) &&
                    RawRecord.TryParse(payload, out RawRecord record) && taker.Take(record, row, origin))
                {
                    break;
                }
            }
        }
    }
}
