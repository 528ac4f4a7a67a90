namespace EdgeGateway.Pipeline.Parcels;

/// <summary>When a statement's parcel was at the scanner, as far as the statement tells: a moment, or a stretch for a parcel that passed unseen.</summary>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
internal readonly record struct BeltAsk(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>What placing it costs: a stretch is never off, and must not take the parcel of a statement that knows its moment.</summary>
    public TimeSpan Cost(TimeSpan off, TimeSpan tolerance) => From == To ? off : ((15 * tolerance) + off) / 16;

    public TimeSpan Off(DateTimeOffset scanned) => scanned < From ? From - scanned : scanned > To ? scanned - To : TimeSpan.Zero;
}
