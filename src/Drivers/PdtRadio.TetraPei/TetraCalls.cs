using System.Globalization;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Calls by their instance: only the first line of a call says who calls whom, the later ones name the instance
/// (pdt-radio.md section 10).
/// </summary>
internal sealed class TetraCalls
{
    private const int Most = 64;

    /// <summary>EN 300 392-2: the highest pre-emptive priority is that of an emergency. No capture confirms where terminals write it.</summary>
    private const int EmergencyPriority = 15;

    /// <summary>Of +CTXG: somebody else may speak.</summary>
    private const int GrantedToAnother = 3;

    private readonly Dictionary<int, RadioCallBody> _open = [];
    private readonly HashSet<int> _emergencies = [];

    /// <param name="call">One line.</param>
    /// <param name="own">The terminal's own number.</param>
    /// <returns>What is to be told, or null; and what it says about an emergency, or null.</returns>
    public (RadioCallBody? Body, EmergencySign? Sign) Take(PeiCall call, TetraIdentity? own)
    {
        var known = _open.GetValueOrDefault(call.Instance);
        switch (call.Kind)
        {
            case PeiCallKind.Incoming:
                var begun = Incoming(call);
                Note(call.Instance, begun);
                return (begun, begun.CallType == "emergency" && _emergencies.Add(call.Instance) ? Sign(begun, ends: false) : null);
            case PeiCallKind.Connected:
                var connected = (known ?? Nobody()) with { Phase = "start" };
                Note(call.Instance, connected);
                return (known is null ? connected : null, null);
            case PeiCallKind.Grant:
                return (Granted(call, known ?? Nobody(), own), null);
            case PeiCallKind.Ceased:
                return ((known ?? Nobody()) with { Phase = "hang" }, null);
            default:
                _open.Remove(call.Instance);
                var ended = (known ?? Nobody()) with { Phase = "end" };
                return (ended, _emergencies.Remove(call.Instance) ? Sign(ended, ends: true) : null);
        }
    }

    /// <summary>Tells calls apart as far as the wire does: the instance, who and whom, and the phase.</summary>
    public static string NativeId(PeiCall call, RadioCallBody body) =>
        FormattableString.Invariant($"CALL/{call.Instance}/{body.Caller?.Id ?? 0}/{body.Target?.Id ?? 0}/{body.Phase}");

    private void Note(int instance, RadioCallBody body)
    {
        if (_open.Count >= Most && !_open.ContainsKey(instance))
        {
            _open.Clear();
        }

        _open[instance] = body;
    }

    private static RadioCallBody Incoming(PeiCall call)
    {
        var caller = TetraNames.Individual(TetraIdentity.Read(Field(call, 4)));
        int? comms = Whole(call, 8);
        string type = (Whole(call, 12), comms, Whole(call, 6)) switch
        {
            (EmergencyPriority, _, _) => "emergency",
            (_, 0, 0) => "duplex",
            (_, 0, _) => "private",
            (_, 1 or 2, _) => "group",
            (_, 3, _) => "broadcast",
            _ => "other",
        };
        bool group = comms is 1 or 2 or 3;
        var target = TetraIdentity.Read(Field(call, 11)) is { } called ? new RadioIdentity(called.Id, group ? RadioIdentity.Group : RadioIdentity.Individual) : null;
        return new RadioCallBody { RadioId = caller?.Id, Caller = caller, Target = target, CallType = type, CallTypeRaw = comms, Phase = "start" };
    }

    private static RadioCallBody? Granted(PeiCall call, RadioCallBody known, TetraIdentity? own)
    {
        var speaker = Whole(call, 1) switch
        {
            0 => own,
            GrantedToAnother => TetraIdentity.Read(Field(call, 5)),
            _ => null,
        };
        return Whole(call, 1) is 0 or GrantedToAnother
            ? known with { Phase = "start", Caller = TetraNames.Individual(speaker) ?? known.Caller, RadioId = speaker?.Id ?? known.RadioId }
            : null;
    }

    private static EmergencySign Sign(RadioCallBody body, bool ends) =>
        new(EmergencySign.Call, ends, ends ? "+CTCR" : "+CTICN priority 15", Verified: false) { Target = body.Target };

    private static RadioCallBody Nobody() => new() { CallType = "other", Phase = "start" };

    private static string? Field(PeiCall call, int index) => index < call.Fields.Count ? call.Fields[index] : null;

    private static int? Whole(PeiCall call, int index) =>
        int.TryParse(Field(call, index), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
