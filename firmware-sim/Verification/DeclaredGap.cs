namespace EdgeGateway.Sim.Verification;

/// <summary>A gap record: so many readings of a device will never come, and why.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Lane">Lane of what is gone; <c>media</c> for pictures.</param>
/// <param name="Epoch">Epoch of the numbers.</param>
/// <param name="FromSeq">First number.</param>
/// <param name="ToSeq">Last number.</param>
/// <param name="Count">How many of the range are gone.</param>
/// <param name="Cause"><c>retention</c>, <c>disk-full</c>, <c>unasked</c>, <c>damage</c>, <c>refused</c> or <c>parked</c>.</param>
/// <param name="Note">What a person should know.</param>
public sealed record DeclaredGap(string Device, string Lane, string Epoch, long? FromSeq, long? ToSeq, long Count, string Cause, string Note)
{
    public bool IsOfPictures => Lane == "media";

    /// <returns>Null when the line is no gap record, or declares nothing.</returns>
    public static DeclaredGap? Of(ReceivedLine line) => line is { Kind: "gap", Device: { } device, Count: { } count and > 0 }
        ? new DeclaredGap(device, line.GapLane ?? "", line.GapEpoch ?? line.Epoch ?? "", line.FromSeq, line.ToSeq, count, line.Cause ?? "", line.Note ?? "")
        : null;

    public override string ToString() => FormattableString.Invariant(
        $"gap {Device} {Lane} {Epoch} {FromSeq}..{ToSeq} count {Count} cause {Cause}{(Note.Length > 0 ? $" ({Note})" : "")}");
}
