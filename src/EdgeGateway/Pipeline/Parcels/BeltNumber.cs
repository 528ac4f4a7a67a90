namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One number of a controller's count as the question "whose numbers are these?" sees it.</summary>
/// <param name="Number">The count.</param>
/// <param name="Place">Place of its parcel among the scanned ones of the belt; -1 when it has none.</param>
internal readonly record struct BeltNumber(long Number, int Place);
