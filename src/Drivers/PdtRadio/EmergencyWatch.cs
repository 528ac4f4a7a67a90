using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Which radios are in an emergency (pdt-radio.md section 8.3). Several signs of one radio inside ten seconds are one emergency; it is
/// over only when something says so, never by time. What <see cref="Judge(EmergencyCaller, EmergencySign, DateTimeOffset)"/> gives counts
/// as known after it was told: an alarm that the disk refused is raised again by the next sign.
/// </summary>
public sealed class EmergencyWatch
{
    /// <summary>Radios remembered; the one heard longest ago is forgotten first.</summary>
    private const int Most = 1024;

    private static readonly TimeSpan s_merge = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(EmergencyCaller Caller, bool ManDown), Case> _cases = [];

    /// <summary>How many stand.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _cases.Values.Count(one => !one.Over);
            }
        }
    }

    /// <summary>Over a link where the sender's address is all that tells one from another.</summary>
    internal RadioEmergencyBody? Judge(long? radio, EmergencySign sign, DateTimeOffset now) => Judge(new EmergencyCaller(radio), sign, now);

    /// <returns>What is to be told, or null when it is known already.</returns>
    internal RadioEmergencyBody? Judge(EmergencyCaller caller, EmergencySign sign, DateTimeOffset now)
    {
        lock (_gate)
        {
            var known = _cases.GetValueOrDefault((caller, sign.Kind == EmergencySign.ManDown));
            bool stands = known is { Over: false };
            bool recent = known is not null && (now - known.At).Duration() < s_merge;
            return sign.Ends ? stands ? Body(caller, known!.Kind, "ends", sign, known.Evidence) : null
                : !stands ? sign.Weak && recent ? null : Body(caller, sign.Kind, "begins", sign, [])
                : recent && known!.Evidence.Contains(sign.Evidence) && (known.HasPlace || sign.Position is null) ? null
                : Body(caller, known!.Kind, "goes-on", sign, known.Evidence);
        }
    }

    /// <summary>How many emergencies of the caller were ended: the same message after an end is another one.</summary>
    internal int TurnOf(EmergencyCaller caller, EmergencySign sign)
    {
        lock (_gate)
        {
            return _cases.GetValueOrDefault((caller, sign.Kind == EmergencySign.ManDown))?.Turn ?? 0;
        }
    }

    /// <summary>As <see cref="Told(EmergencyCaller, RadioEmergencyBody, DateTimeOffset)"/>, for whom the body names.</summary>
    public void Told(RadioEmergencyBody body, DateTimeOffset at) => Told(new EmergencyCaller(body.RadioId), body, at);

    /// <summary>A body that was judged, or one made by an operator's order, is on disk.</summary>
    public void Told(EmergencyCaller caller, RadioEmergencyBody body, DateTimeOffset at)
    {
        lock (_gate)
        {
            var key = (caller, body.EmergencyKind == EmergencySign.ManDown);
            var known = _cases.GetValueOrDefault(key);
            bool hadPlace = body.State == "goes-on" && known is { HasPlace: true };
            bool over = body.State == "ends";
            Put(key, new Case(body.EmergencyKind, at, body.Evidence, hadPlace || body.Position is not null, over, (known?.Turn ?? 0) + (over ? 1 : 0), IsLive: true));
        }
    }

    /// <summary>What an operator's order ends, an alarm and a man down each; nothing when nothing stands.</summary>
    /// <param name="radio">Whose; null for whoever did not say his id on this device.</param>
    /// <param name="device">The device that is ordered.</param>
    /// <param name="by">Who says so, for example the command.</param>
    public IReadOnlyList<EmergencyChange> Clear(long? radio, string device, string by) =>
        Standing(caller => caller.Radio == radio && (radio is not null || caller.Device == device), (caller, one) => Body(caller, one.Kind, "ends", new EmergencySign(one.Kind, true, by), one.Evidence));

    /// <summary>What the radio at hand said before it told its id. The change is of who it was; the body names the radio.</summary>
    internal IReadOnlyList<EmergencyChange> OwnWithoutId(string device, long own, string by) =>
        Standing(caller => caller.IsOwn && caller.Device == device, (caller, one) => Body(caller with { Radio = own }, one.Kind, "goes-on", new EmergencySign(one.Kind, false, by), one.Evidence));

    /// <summary>What stands and what ended lately, for the memory of the device: at most <see cref="Abstractions.IDeviceMemory.LongestValue"/> characters.</summary>
    public string Remember()
    {
        lock (_gate)
        {
            return EmergencyMemory.Write([.. _cases.Select(one => new RememberedEmergency(one.Key.Caller, one.Value.Kind, one.Value.At, one.Value.Turn, one.Value.Over))]);
        }
    }

    /// <summary>What <see cref="Remember"/> gave before a restart; anything else is ignored, and so is what is known better by now.</summary>
    public void Recall(string? remembered)
    {
        lock (_gate)
        {
            foreach (var one in EmergencyMemory.Read(remembered))
            {
                var key = (one.Caller, one.Kind == EmergencySign.ManDown);
                if (_cases.GetValueOrDefault(key) is not { } known || known.IsOlderThan(one))
                {
                    Put(key, new Case(one.Kind, one.At, [], false, one.Over, one.Turn, IsLive: false));
                }
            }
        }
    }

    private EmergencyChange[] Standing(Func<EmergencyCaller, bool> whose, Func<EmergencyCaller, Case, RadioEmergencyBody> say)
    {
        lock (_gate)
        {
            return [.. _cases.Where(one => !one.Value.Over && whose(one.Key.Caller)).Select(one => new EmergencyChange(one.Key.Caller, say(one.Key.Caller, one.Value)))];
        }
    }

    private void Put((EmergencyCaller Caller, bool ManDown) key, Case one)
    {
        _cases[key] = one;
        if (_cases.Count > Most)
        {
            _cases.Remove(_cases.MinBy(other => (!other.Value.Over, other.Value.At)).Key);
        }
    }

    private static RadioEmergencyBody Body(EmergencyCaller caller, string kind, string state, EmergencySign sign, IReadOnlyList<string> before) => new()
    {
        RadioId = caller.Radio,
        Slot = caller.Slot,
        State = state,
        EmergencyKind = kind,
        Evidence = [.. before.Append(sign.Evidence).Distinct().TakeLast(8)],
        Verified = sign.Verified,
        Position = sign.Position,
        Target = sign.Target,
    };

    private sealed record Case(string Kind, DateTimeOffset At, IReadOnlyList<string> Evidence, bool HasPlace, bool Over, int Turn, bool IsLive)
    {
        /// <summary>Memories of several devices may differ: the one that saw more ends is right, and what was heard in this life always is.</summary>
        public bool IsOlderThan(RememberedEmergency other) => !IsLive && (Turn < other.Turn || (Turn == other.Turn && Over && !other.Over));
    }
}
