using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Whatever the settings name: one reading a round, and an alarm for what is outside its limits.</summary>
internal sealed class CustomProfile : ISnmpProfile
{
    private const string Scope = "values";

    private readonly DriverContext _context;
    private readonly IReadOnlyList<CustomObject> _objects;
    private readonly ObjectRound _round;
    private readonly SensorVoice _voice;
    private readonly SensorAlarms _alarms;
    private readonly AgentUptime _uptime;
    private readonly Dictionary<string, CustomRate> _rates = [];
    private bool _isFirst = true;

    public CustomProfile(DriverContext context, GenericSnmpOptions options, SnmpPeer peer, IReadingSink sink)
    {
        (_context, _objects) = (context, options.Objects);
        _round = new ObjectRound(peer, context.Watch);
        _voice = new SensorVoice(context, options.Type, sink);
        _alarms = new SensorAlarms(context, _voice);
        _uptime = new AgentUptime(context.Time);
    }

    public async Task TakeRoundAsync(CancellationToken ct)
    {
        // Without counters nobody needs to know whether the agent began anew.
        bool counts = _objects.Any(one => one.Kind == CustomKind.Counter);
        var answers = await _round.AskAsync([.. counts ? new[] { SystemMib.UpTime } : [], .. _objects.Select(one => one.Id)], ct).ConfigureAwait(false);
        bool goesOn = !counts || _uptime.Take(answers[SystemMib.UpTime].Value?.Count);
        (CustomObject About, SensorValue Value)[] values = [.. _objects.Select(one => (one, Value(one, answers[one.Id], goesOn))).Where(one => one.Item2 is not null).Select(one => (one.one, one.Item2!))];
        if (_isFirst)
        {
            await _alarms.FinishAsync(ct).ConfigureAwait(false);
            _isFirst = false;
        }

        // An object that could not be read leaves its alarm as it was.
        var known = values.Select(one => one.About.Name).ToHashSet();
        var here = _objects.Select(one => one.Name).ToHashSet();
        await _alarms.SetAsync(Scope, [.. values.Select(one => CustomValue.Alarm(Scope, one.About, one.Value)).OfType<SensorAlarm>()], alarm => here.Contains(alarm.Name) && !known.Contains(alarm.Name), ct).ConfigureAwait(false);
        if (values.Length > 0)
        {
            await _voice.MeasuredAsync(null, [.. values.Select(one => one.Value)], ct).ConfigureAwait(false);
        }
    }

    public Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) => _voice.LinkAsync(isUp, repeatKey, ct);

    private SensorValue? Value(CustomObject about, ObjectAnswer answer, bool goesOn)
    {
        if (answer.Value is not { } value)
        {
            _context.Watch.Fault(FaultKind.Unsupported, "object-not-there");
            return null;
        }

        if (about.Kind == CustomKind.Counter)
        {
            return Rate(about).Take(value, goesOn) is { } perSecond ? GenericSnmpMapping.Number(about.Name, perSecond * about.Scale, about.Unit) : null;
        }

        var read = CustomValue.Read(about, value);
        if (read is null)
        {
            _context.Watch.Fault(FaultKind.Garbled, "value-of-another-kind");
        }

        return read;
    }

    private CustomRate Rate(CustomObject about) => _rates.TryGetValue(about.Name, out var rate) ? rate : _rates[about.Name] = new CustomRate(_context.Time);
}
