using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Receipts;

/// <summary>What is kept of one epoch of one gateway, and what was said about it.</summary>
/// <param name="epoch">Its name.</param>
public sealed class EpochLedger(string epoch)
{
    /// <summary>A gateway that is asked for more than this at once gets the rest later.</summary>
    public const int MostHoles = 1000;

    /// <summary>How often a gateway is asked again for what is missing.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>How long a first receipt waits for the gateway's state, which says what was somebody else's to keep.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SeqSpans _received = new();
    private readonly GapClaims _gaps = new();
    private long _floor;
    private bool _known;
    private bool _changed;
    private bool _lacking;
    private long _whole;
    private TimeSpan? _begun;
    private TimeSpan _said;

    /// <summary>A number was kept. One that was kept before counts too: its gateway cannot have heard the receipt.</summary>
    public void Receive(ReceivedLine line)
    {
        _received.Add(line.Seq ?? 0);
        _gaps.Came(line);
        _changed = true;
    }

    public void Explain(ReceivedLine gap)
    {
        _gaps.Add(gap);
        _changed = true;
    }

    /// <param name="confirmed">What the gateway says of itself. At first sight the numbers up to it are not ours: it has forgotten them.</param>
    public void Hear(long confirmed)
    {
        if (!_known)
        {
            (_known, _floor, _changed) = (true, Math.Clamp(confirmed, 0, SeqSpans.Most), true);
        }

        _changed |= confirmed < _whole;
    }

    /// <summary>Says it again although nothing changed.</summary>
    public void Repeat() => _changed = true;

    /// <param name="now">A clock that only runs forward.</param>
    /// <returns>What to say now; null when there is nothing to say.</returns>
    public Receipt? Due(TimeSpan now)
    {
        _begun ??= now;
        bool mayBegin = _known || now - _begun >= Patience;
        bool owes = _changed || (_lacking && now - _said >= Again);
        if (!mayBegin || !owes || Build() is not { } receipt)
        {
            return null;
        }

        (_changed, _lacking, _whole, _said) = (false, receipt.Missing.Count > 0, receipt.Whole, now);
        return receipt;
    }

    private Receipt? Build()
    {
        if (_received.Highest is not { } highest)
        {
            return null;
        }

        IReadOnlyList<long>[] missing = [.. _gaps.Cover(_received).Holes(_floor + 1, highest).Take(MostHoles + 1).Select(hole => new[] { hole.From, hole.To })];
        return missing.Length <= MostHoles
            ? new Receipt(epoch, highest, missing)
            : new Receipt(epoch, missing[^1][0] - 1, missing[..^1]);
    }
}
