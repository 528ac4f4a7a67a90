namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>
/// Whether clients of one service keep to what kiosk.md section 1.4 decides: one command at a time, one Status in ten seconds, Capabilities once a link. Links come and
/// go; who dials anew has asked before all the same.
/// </summary>
internal sealed class XfsManners(TimeProvider time)
{
    /// <summary>Ten seconds apart when sent; either may have waited a while on a busy machine before it was heard.</summary>
    private static readonly TimeSpan s_statusApart = TimeSpan.FromSeconds(7);

    private readonly Lock _gate = new();
    private readonly HashSet<(object Link, long Id)> _open = [];
    private readonly HashSet<object> _knowing = [];
    private DateTimeOffset? _status;

    /// <param name="link">Over which it came.</param>
    /// <param name="command">Which one.</param>
    /// <returns>What is wrong with asking this now; null when nothing is.</returns>
    public string? Ask(object link, XfsCommand command)
    {
        lock (_gate)
        {
            string? wrong = _open.Count > 0 ? "a second command before the first was answered" : null;
            if (!_open.Add((link, command.RequestId)))
            {
                wrong = "a requestId that is outstanding";
            }

            return wrong ?? (command.Name switch
            {
                "Common.Status" => Status(),
                "Common.Capabilities" when _knowing.Contains(link) => "Capabilities twice on one link",
                _ => null,
            });
        }
    }

    /// <param name="link">Over which it came.</param>
    /// <param name="command">Which one.</param>
    /// <param name="end">How it was answered.</param>
    public void Answered(object link, XfsCommand command, XfsEnd end)
    {
        lock (_gate)
        {
            _open.Remove((link, command.RequestId));
            if (command.Name == "Common.Capabilities" && end == XfsEnd.Done)
            {
                _knowing.Add(link);
            }

            _status = end == XfsEnd.WrongVersion && command.Name == "Common.Status" ? null : _status;
        }
    }

    /// <summary>Nobody waits for answers over it any more.</summary>
    public void Left(object link)
    {
        lock (_gate)
        {
            _open.RemoveWhere(one => one.Link == link);
            _knowing.Remove(link);
        }
    }

    /// <summary>Whoever asked is gone for good: who comes now cannot know when that was.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _status = null;
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
