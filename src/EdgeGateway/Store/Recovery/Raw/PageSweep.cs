namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>Goes over all pages and shows every record in them.</summary>
internal sealed class PageSweep(RawPages pages)
{
    private readonly HashSet<uint> _free = FreePages.Of(pages);
    private readonly RawCells _cells = new(pages);

    public void Show(IRecordTaker taker)
    {
        for (uint page = 1; page <= pages.Count; page++)
        {
            for (int image = 0; image < pages.Images(page); image++)
            {
                PageOrigin origin = image > 0 ? PageOrigin.Doubtful : _free.Contains(page) ? PageOrigin.Free : PageOrigin.Live;
                Show(page, image, origin, taker);
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
