using EdgeGateway.Configuration;

namespace EdgeGateway.Uplink.Failover;

/// <summary>
/// Which broker is next. Earlier ones are preferred; those that failed in this round are not tried again before the
/// round is over, so that the first failure of one leads to the next at once. What a broker says about us (0x87 and its
/// like) closes that broker for a while and no other.
/// </summary>
public sealed class BrokerChoice(UplinkSettings settings, FailoverLimits limits, TimeProvider time, Random random)
{
    private readonly BrokerState[] _states = [.. settings.Brokers.Select(static _ => new BrokerState())];
    private readonly Queue<long> _takeovers = new();
    private int? _referred;
    private long? _restUntil;

    /// <returns>The index to try now; null when all have been tried or are to be left alone.</returns>
    public int? Next()
    {
        if (Left(_restUntil) > TimeSpan.Zero)
        {
            return null;
        }

        if (_referred is { } referred)
        {
            _referred = null;
            return referred;
        }

        int? open = Find(static state => !state.Tried && !state.Deaf) ?? Find(static state => !state.Tried);
        if (open is null)
        {
            Array.ForEach(_states, static state => state.Tried = false);
        }

        return open;
    }

    /// <returns>How long until any broker may be tried at all; zero when one may be now.</returns>
    public TimeSpan Closed()
    {
        var rest = Left(_restUntil);
        var first = _states.Min(state => Left(state.NotBefore));
        return rest > first ? rest : first;
    }

    /// <summary>The broker took our CONNECT.</summary>
    public void Connected(int broker)
    {
        _states[broker].Served = true;
        _states[broker].NotBefore = null;
    }

    /// <summary>An attempt or a connection ended.</summary>
    /// <returns>True when another gateway uses our name.</returns>
    public bool Ended(int broker, LinkOutcome outcome)
    {
        if (outcome.Lived >= limits.Steady)
        {
            Array.ForEach(_states, static state => state.Tried = false);
        }

        var state = _states[broker];
        state.Tried = true;
        state.Deaf = outcome.Deaf || (state.Deaf && outcome.Lived < limits.Steady);
        switch (outcome.Reason)
        {
            case 0x84 or 0x85 or 0x86 or 0x87 or 0x8A or 0x8C:
                state.NotBefore = At(limits.Refused);
                break;
            case 0x9C or 0x9D:
                Follow(broker, outcome.Reference);
                break;
            case 0x8E:
                TakenOver(state);
                return true;
        }

        return false;
    }

    /// <summary>We left it in order to return to a better one.</summary>
    /// <param name="better">That one.</param>
    public void LeftFor(int better)
    {
        Array.ForEach(_states, static state => state.Tried = false);
        _states[better].Deaf = false;
        _referred = better;
    }

    /// <returns>True when a return to this one may be thought of.</returns>
    public bool MayProbe(int broker) => Left(_states[broker].NotBefore) <= TimeSpan.Zero;

    /// <returns>True when it has to prove that it acknowledges.</returns>
    public bool IsDeaf(int broker) => _states[broker].Deaf;

    /// <returns>True when it took our own name before.</returns>
    public bool HasServed(int broker) => _states[broker].Served;

    private int? Find(Func<BrokerState, bool> which)
    {
        int at = Array.FindIndex(_states, state => which(state) && Left(state.NotBefore) <= TimeSpan.Zero);
        return at < 0 ? null : at;
    }

    /// <summary>Once, and only inside the configured list: a broker must not send us to strangers.</summary>
    private void Follow(int from, string? reference)
    {
        string[] named = reference?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];
        int to = Array.FindIndex([.. settings.Brokers], broker => named.Any(name => IsNamed(name, broker)));
        if (to >= 0 && to != from && !_states[to].Tried)
        {
            _referred = to;
        }
    }

    private void TakenOver(BrokerState state)
    {
        state.NotBefore = At(limits.TakenOver * (1 + random.NextDouble()));
        _takeovers.Enqueue(time.GetTimestamp());
        while (time.GetElapsedTime(_takeovers.Peek()) > limits.TakenOverWithin)
        {
            _takeovers.Dequeue();
        }

        if (_takeovers.Count >= limits.TakenOverMost)
        {
            _restUntil = At(limits.TakenOverWithin);
            _takeovers.Clear();
        }
    }

    private static bool IsNamed(string name, BrokerSettings broker) =>
        string.Equals(name, broker.Host, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, FormattableString.Invariant($"{broker.Host}:{broker.Port}"), StringComparison.OrdinalIgnoreCase);

    private long At(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);

    private TimeSpan Left(long? until) => until is { } at ? time.GetElapsedTime(time.GetTimestamp(), at) : TimeSpan.Zero;
}
