namespace EdgeGateway.Sim.Verification;

/// <summary>What came of one epoch of one gateway.</summary>
/// <param name="gateway">Gateway id.</param>
/// <param name="epoch">Epoch.</param>
public sealed class EpochStream(string gateway, string epoch)
{
    /// <summary>Ids that are not what their number says; all others need not be kept.</summary>
    private readonly Dictionary<long, string> _odd = [];

    /// <summary>Numbers that came.</summary>
    public SeqSpans Received { get; } = new();

    /// <summary>What the gap records speak for.</summary>
    public GapClaims Gone { get; } = new();

    /// <summary>Numbers that a manifest speaks for.</summary>
    public SeqSpans Stated { get; } = new();

    /// <summary>Numbers that a manifest speaks for in vain.</summary>
    public SeqSpans Uncovered { get; } = new();

    public void Take(long seq, string? id)
    {
        Received.Add(seq);
        if (id != Expected(seq))
        {
            _odd[seq] = id ?? "";
        }
    }

    /// <returns>The id that came under this number; when none came, the one that would have.</returns>
    public string Id(long seq) => _odd.GetValueOrDefault(seq) ?? Expected(seq);

    private string Expected(long seq) => FormattableString.Invariant($"{gateway}:{epoch}:{seq}");
}
