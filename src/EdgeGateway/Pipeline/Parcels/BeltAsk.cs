namespace EdgeGateway.Pipeline.Parcels;

/// <summary>When a statement's parcel was at the scanner, as far as the statement tells: a moment, or a stretch for a parcel that passed unseen.</summary>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
internal readonly record struct BeltAsk(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Off(DateTimeOffset scanned) => scanned < From ? From - scanned : scanned > To ? scanned - To : TimeSpan.Zero;
}
