namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One scanned parcel as the question "whose statement is this?" sees it.</summary>
/// <param name="Scanned">When the scanner had it.</param>
/// <param name="IsFree">Open, and without a statement of that sort.</param>
/// <param name="Same">When the device that is asked about told of this parcel, put back to the scanner's time; null when it did not.</param>
internal readonly record struct BeltPlace(DateTimeOffset Scanned, bool IsFree, DateTimeOffset? Same);
