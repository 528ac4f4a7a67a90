using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Which radios are in an emergency (pdt-radio.md section 8.3). Several signs of one radio inside ten seconds are one emergency; it is
/// over only when something says so, never by time. What <see cref="Judge"/> gives counts as known after <see cref="Told"/>:
/// an alarm that the disk refused is raised again by the next sign.
/// </summary>
public sealed class EmergencyWatch
{
    /// <summary>Radios remembered; the one heard longest ago is forgotten first.</summary>
    private const int Most = 1024;

    private static readonly TimeSpan s_merge = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(long? Radio, bool ManDown), Case> _cases = [];

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

    /// <returns>What is to be told, or null when it is known already.</returns>
    internal RadioEmergencyBody? Judge(long? radio, EmergencySign sign, DateTimeOffset now)
    {
        lock (_gate)
        {
            var known = _cases.GetValueOrDefault((radio, sign.Kind == EmergencySign.ManDown));
            bool stands = known is { Over: false };
            bool recent = known is not null && (now - known.At).Duration() < s_merge;
            return sign.Ends ? stands ? Body(radio, known!.Kind, "ends", sign, known.Evidence) : null
                : !stands ? sign.Weak && recent ? null : Body(radio, sign.Kind, "begins", sign, [])
                : recent && known!.Evidence.Contains(sign.Evidence) && (known.HasPlace || sign.Position is null) ? null
                : Body(radio, known!.Kind, "goes-on", sign, known.Evidence);
        }
    }

    /// <summary>A body that <see cref="Judge"/> gave, or one made by an operator's order, is on disk.</summary>
    public void Told(RadioEmergencyBody body, DateTimeOffset at)
    {
        lock (_gate)
        {
            var key = (body.RadioId, body.EmergencyKind == EmergencySign.ManDown);
            bool hadPlace = body.State == "goes-on" && _cases.GetValueOrDefault(key) is { HasPlace: true };
            _cases[key] = new Case(body.EmergencyKind, at, body.Evidence, hadPlace || body.Position is not null, body.State == "ends");
            if (_cases.Count > Most)
            {
                _cases.Remove(_cases.MinBy(one => (!one.Value.Over, one.Value.At)).Key);
            }
        }
    }

    /// <summary>What an operator's order ends; null when nothing stands.</summary>
    /// <param name="radio">Whose emergency.</param>
    /// <param name="by">Who says so, for example the command.</param>
    public RadioEmergencyBody? Clear(long radio, string by)
    {
        lock (_gate)
        {
            var known = _cases.GetValueOrDefault((radio, false)) is { Over: false } alarm ? alarm : _cases.GetValueOrDefault((radio, true));
            return known is { Over: false } ? Body(radio, known.Kind, "ends", new EmergencySign(known.Kind, true, by), known.Evidence) : null;
        }
    }

    /// <summary>What stands, for the memory of the device: at most <see cref="Abstractions.IDeviceMemory.LongestValue"/> characters.</summary>
    public string Remember()
    {
        lock (_gate)
        {
            return EmergencyMemory.Write(_cases.Where(one => !one.Value.Over).Select(one => (one.Key.Radio, one.Value.Kind, one.Value.At)));
        }
    }

    /// <summary>What <see cref="Remember"/> gave before a restart; anything else is ignored.</summary>
    public void Recall(string? remembered)
    {
        foreach (var (radio, kind, at) in EmergencyMemory.Read(remembered))
        {
            Told(new RadioEmergencyBody { RadioId = radio, State = "begins", EmergencyKind = kind, Evidence = [] }, at);
        }
    }

    private static RadioEmergencyBody Body(long? radio, string kind, string state, EmergencySign sign, IReadOnlyList<string> before) => new()
    {
        RadioId = radio,
        State = state,
        EmergencyKind = kind,
        Evidence = [.. before.Append(sign.Evidence).Distinct().TakeLast(8)],
        Verified = sign.Verified,
        Position = sign.Position,
        Target = sign.Target,
    };

    private sealed record Case(string Kind, DateTimeOffset At, IReadOnlyList<string> Evidence, bool HasPlace, bool Over);
}
