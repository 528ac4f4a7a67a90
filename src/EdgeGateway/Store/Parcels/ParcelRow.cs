namespace EdgeGateway.Store.Parcels;

/// <summary>The record of one parcel as it is kept, open or recently closed. What it says is the pipeline's own affair.</summary>
/// <param name="Number">Given by whoever joins, from 1; not given again while its row is here.</param>
/// <param name="Revision">One more with every change of <paramref name="Body"/>.</param>
/// <param name="Version">Version of the last reading that was stored of it; 0 for none.</param>
/// <param name="Told">The revision that this reading shows.</param>
/// <param name="Final">Whether this reading was called final.</param>
/// <param name="Body">JSON of the pipeline.</param>
public sealed record ParcelRow(long Number, long Revision, int Version, long Told, bool Final, ReadOnlyMemory<byte> Body)
{
    /// <summary>
    /// Of two states of one record, what is newer in each: a state with more parts may have been written while the reading of an
    /// earlier one was on its way.
    /// </summary>
    public ParcelRow Over(ParcelRow kept)
    {
        var parts = Revision >= kept.Revision ? this : kept;
        var told = Version > kept.Version ? this : kept;
        return parts with { Version = told.Version, Told = told.Told, Final = told.Final };
    }
}
