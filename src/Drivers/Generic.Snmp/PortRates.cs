using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Measures every port with every round and tells it every few minutes.</summary>
internal sealed class PortRates(DriverContext context, SensorVoice voice, TimeSpan every)
{
    private readonly Dictionary<string, PortMeter> _meters = [];
    private readonly Rhythm _rhythm = new(context.Time, every);
    private bool _isFirst = true;

    /// <param name="ports">All that are watched.</param>
    /// <param name="goesOn">False when the agent began anew.</param>
    /// <param name="ofDevice">Told of the device as a whole.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; these minutes are gone.</exception>
    public async Task TakeAsync(IReadOnlyList<PortFacts> ports, bool goesOn, IReadOnlyList<SensorValue> ofDevice, CancellationToken ct)
    {
        foreach (var port in ports)
        {
            if (!Meter(port).Take(port.Counters, port.Speed, goesOn))
            {
                context.Watch.Fault(FaultKind.Unsupported, "counters-not-comparable");
            }
        }

        // The first round has nothing to compare with, and the second tells so that nobody waits for minutes.
        if (_isFirst || !_rhythm.IsDue())
        {
            _isFirst = false;
            return;
        }

        await voice.MeasuredAsync(null, ofDevice, ct).ConfigureAwait(false);
        foreach (var port in ports.Where(port => port.IsUp == true))
        {
            await voice.MeasuredAsync(port.Label, Values(port), ct).ConfigureAwait(false);
        }
    }

    private PortMeter Meter(PortFacts port)
    {
        if (_meters.Count >= SwitchPorts.Most && !_meters.ContainsKey(port.Label))
        {
            _meters.Clear();
        }

        return _meters.TryGetValue(port.Label, out var meter) ? meter : _meters[port.Label] = new PortMeter(context.Time);
    }

    private List<SensorValue> Values(PortFacts port)
    {
        var values = new List<SensorValue>();
        if (Meter(port).Report() is { } rate)
        {
            values.Add(new SensorValue("in", Number: Math.Round(rate.In), Unit: "bit/s"));
            values.Add(new SensorValue("out", Number: Math.Round(rate.Out), Unit: "bit/s"));
            values.Add(new SensorValue("errors", Number: Math.Round(rate.ErrorsPerMinute, 3), Unit: "1/min"));
        }

        if (port.Speed is { } speed)
        {
            values.Add(new SensorValue("speed", Number: speed, Unit: "bit/s"));
        }

        if (port.Alias is { } alias)
        {
            values.Add(new SensorValue("alias", Text: alias));
        }

        return values;
    }
}
