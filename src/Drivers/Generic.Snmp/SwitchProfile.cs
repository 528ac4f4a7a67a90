using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Switches and whatever else has ports: which are up, what goes through them.</summary>
internal sealed class SwitchProfile : ISnmpProfile
{
    private const string Scope = "ports";
    private const string PortDown = "port-down";
    private const string Severity = "major";

    private readonly SwitchOptions _options;
    private readonly SwitchQuestions _questions;
    private readonly SwitchPorts _ports;
    private readonly SensorVoice _voice;
    private readonly SensorAlarms _alarms;
    private readonly PortNews _news;
    private readonly PortRates _rates;
    private readonly AgentUptime _uptime;
    private bool _isFirst = true;

    public SwitchProfile(DriverContext context, GenericSnmpOptions options, SnmpPeer peer, IReadingSink sink)
    {
        _options = options.Switch;
        _questions = new SwitchQuestions(context, peer);
        _ports = new SwitchPorts(_options, context.Watch);
        _voice = new SensorVoice(context, options.Type, sink);
        _alarms = new SensorAlarms(context, _voice);
        _news = new PortNews(context, _voice, _options.MostAnHour);
        _rates = new PortRates(context, _voice, _options.Report);
        _uptime = new AgentUptime(context.Time);
    }

    public async Task TakeRoundAsync(CancellationToken ct)
    {
        var answers = await _questions.AskAsync(ct).ConfigureAwait(false);
        var ports = _ports.Choose(answers);
        bool goesOn = _uptime.Take(answers.UpTime);
        if (_isFirst)
        {
            await _alarms.FinishAsync(ct).ConfigureAwait(false);
            _isFirst = false;
        }

        await TakeAlarmsAsync(ports, answers.Ports.IsWhole, ct).ConfigureAwait(false);
        await _news.TakeAsync(ports, answers.Ports.IsWhole, ct).ConfigureAwait(false);
        if (!goesOn)
        {
            await _voice.HappenedAsync(null, [new SensorValue("restarted", Flag: true)], ct).ConfigureAwait(false);
        }

        await _rates.TakeAsync(ports, goesOn, OfDevice(answers, ports), ct).ConfigureAwait(false);
    }

    public Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) => _voice.LinkAsync(isUp, repeatKey, ct);

    private Task TakeAlarmsAsync(IReadOnlyList<PortFacts> ports, bool isWhole, CancellationToken ct)
    {
        PortFacts[] important = [.. ports.Where(port => port.IsNamed(_options.Important))];
        SensorAlarm[] down = [.. important.Where(port => !port.IsUp).Select(port => new SensorAlarm(Scope, PortDown, Severity, port.Label))];
        return _alarms.SetAsync(Scope, down, alarm => !isWhole && important.All(port => port.Label != alarm.Name), ct);
    }

    private List<SensorValue> OfDevice(SwitchAnswers answers, IReadOnlyList<PortFacts> ports)
    {
        var values = new List<SensorValue>
        {
            new("ports-up", Number: ports.Count(port => port.IsUp), Unit: "1"),
            new("ports-down", Number: ports.Count(port => !port.IsUp), Unit: "1"),
        };
        if (_uptime.Seconds is { } seconds)
        {
            values.Add(new SensorValue("uptime", Number: Math.Floor(seconds), Unit: "s"));
        }

        if (answers.Name is { } octets && ScrubbedText.Of(Encoding.UTF8.GetString(octets.Span[..Math.Min(octets.Length, 255)]), PortFacts.LongestName) is { } name)
        {
            values.Add(new SensorValue("name", Text: name));
        }

        return values;
    }
}
