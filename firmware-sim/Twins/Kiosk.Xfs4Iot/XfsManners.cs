namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>Whether a client keeps to what kiosk.md section 1.4 decides: one command at a time, one Status in ten seconds, Capabilities once. Of one link to one service.</summary>
internal sealed class XfsManners(TimeProvider time)
{
    /// <summary>Ten seconds apart when sent; either may have waited a while on a busy machine before it was heard.</summary>
    private static readonly TimeSpan s_statusApart = TimeSpan.FromSeconds(7);

    private readonly Lock _gate = new();
    private readonly HashSet<long> _open = [];
    private DateTimeOffset? _status;
    private bool _knowsCapabilities;

    /// <returns>What is wrong with asking this now; null when nothing is.</returns>
    public string? Ask(XfsCommand command)
    {
        lock (_gate)
        {
            string? wrong = _open.Count > 0 ? "a second command before the first was answered" : null;
            if (!_open.Add(command.RequestId))
            {
                wrong = "a requestId that is outstanding";
            }

            return wrong ?? (command.Name switch
            {
                "Common.Status" => Status(),
                "Common.Capabilities" when _knowsCapabilities => "Capabilities twice on one link",
                _ => null,
            });
        }
    }

    /// <param name="command">Which one.</param>
    /// <param name="end">How it was answered.</param>
    public void Answered(XfsCommand command, XfsEnd end)
    {
        lock (_gate)
        {
            _open.Remove(command.RequestId);
            _knowsCapabilities |= command.Name == "Common.Capabilities" && end == XfsEnd.Done;
            _status = end == XfsEnd.WrongVersion && command.Name == "Common.Status" ? null : _status;
        }
    }

    private string? Status()
    {
        DateTimeOffset now = time.GetUtcNow();
        bool tooSoon = _status is { } before && now - before < s_statusApart;
        string? wrong = tooSoon ? FormattableString.Invariant($"Status {(now - _status!.Value).TotalSeconds:0.0} s after the last") : null;
        _status = now;
        return wrong;
    }
}
