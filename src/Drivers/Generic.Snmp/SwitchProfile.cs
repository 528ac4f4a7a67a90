using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Switches and whatever else has ports: which are up, what goes through them.</summary>
internal sealed class SwitchProfile : ISnmpProfile
{
    private readonly SwitchQuestions _questions;
    private readonly SwitchPorts _ports;
    private readonly SensorVoice _voice;
    private readonly SensorAlarms _alarms;
    private readonly PortAlarms _down;
    private readonly PortNews _news;
    private readonly PortRates _rates;
    private readonly AgentUptime _uptime;
    private bool _isFirst = true;

    public SwitchProfile(DriverContext context, GenericSnmpOptions options, SnmpPeer peer, IReadingSink sink)
    {
        _questions = new SwitchQuestions(context, peer);
        _ports = new SwitchPorts(options.Switch, context.Watch);
        _voice = new SensorVoice(context, options.Type, sink);
        _alarms = new SensorAlarms(context, _voice);
        _down = new PortAlarms(options.Switch.Important);
        _news = new PortNews(context, _voice, options.Switch.MostAnHour);
        _rates = new PortRates(context, _voice, options.Switch.Report);
        _uptime = new AgentUptime(context.Time);
    }

    public async Task TakeRoundAsync(CancellationToken ct)
    {
        var answers = await _questions.AskAsync(ct).ConfigureAwait(false);
        if (answers.Ports is { IsWhole: true, Rows.Count: 0 })
        {
            throw new DeviceFaultException(FaultKind.Silent, "It answers and tells of no port: an agent that is just starting.");
        }

        var ports = _ports.Choose(answers);
        bool goesOn = _uptime.Take(answers.UpTime);
        if (_isFirst)
        {
            await _alarms.FinishAsync(ct).ConfigureAwait(false);
            _isFirst = false;
        }

        SensorAlarm[] standing = [.. _alarms.Of(PortAlarms.Scope)];
        await _alarms.SetAsync(PortAlarms.Scope, _down.Look(ports, answers, standing), _ => false, ct).ConfigureAwait(false);
        await _news.TakeAsync(ports, answers.Ports.IsWhole, ct).ConfigureAwait(false);
        if (!goesOn)
        {
            await _voice.HappenedAsync(null, [new SensorValue("restarted", Flag: true)], ct).ConfigureAwait(false);
        }

        await _rates.TakeAsync(ports, goesOn, OfDevice(answers, ports), ct).ConfigureAwait(false);
    }

    public Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) => _voice.LinkAsync(isUp, repeatKey, ct);

    private List<SensorValue> OfDevice(SwitchAnswers answers, IReadOnlyList<PortFacts> ports)
    {
        var values = new List<SensorValue>
        {
            new("ports-up", Number: ports.Count(port => port.IsUp == true), Unit: "1"),
            new("ports-down", Number: ports.Count(port => port.IsUp == false), Unit: "1"),
        };
        if (ports.Count(port => port.IsUp is null) is var unknown and > 0)
        {
            values.Add(new SensorValue("ports-unknown", Number: unknown, Unit: "1"));
        }

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
