namespace EdgeGateway.Sim.Receipts;

/// <summary>Names files that the platform has whole and has checked (contract section 3); a receipt that speaks of nothing else.</summary>
/// <param name="Media">SHA-256, 64 lower-case hex digits each; at most <see cref="MostFiles"/>.</param>
public sealed record MediaReceipt(IReadOnlyList<string> Media)
{
    /// <summary>Files in one receipt.</summary>
    public const int MostFiles = 4096;
}
