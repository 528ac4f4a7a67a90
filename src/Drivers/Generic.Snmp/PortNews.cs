using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Tells ports that go up and down; one that does it all the time is told so many times an hour, then that it flaps, then how it is when it is calm.</summary>
internal sealed class PortNews(DriverContext context, SensorVoice voice, int mostAnHour)
{
    private const string What = "port";

    private readonly FlapRule _rule = new(mostAnHour, TimeSpan.FromHours(1));
    private readonly FlapLimit _flaps = context.Shared.Of($"generic-snmp/{context.Device}", () => new FlapLimit());
    private readonly PortMemory _memory = new(context.Memory);
    private readonly HashSet<string> _flapping = [];
    private Dictionary<string, bool>? _told;

    /// <param name="ports">All that are watched.</param>
    /// <param name="isWhole">False: ports that are not among them are there all the same.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task TakeAsync(IReadOnlyList<PortFacts> ports, bool isWhole, CancellationToken ct)
    {
        _told ??= _memory.Read();
        bool isNews = isWhole && Forget(ports);
        foreach (var port in ports)
        {
            if (port.IsUp is { } isUp)
            {
                isNews |= await TakeAsync(port, isUp, _told, ct).ConfigureAwait(false);
                await TellFlappingAsync(port, ct).ConfigureAwait(false);
            }
        }

        if (isNews)
        {
            await _memory.WriteAsync(_told, ct).ConfigureAwait(false);
        }
    }

    private bool Forget(IReadOnlyList<PortFacts> ports)
    {
        string[] gone = [.. _told!.Keys.Except(ports.Select(port => port.Label))];
        Array.ForEach(gone, name => _told.Remove(name));
        return gone.Length > 0;
    }

    private async Task<bool> TakeAsync(PortFacts port, bool isUp, Dictionary<string, bool> told, CancellationToken ct)
    {
        bool isKnown = told.TryGetValue(port.Label, out bool before);
        if (isKnown && before != isUp && !_flaps.Admits((What, port.Label), _rule, context.Time))
        {
            return false;
        }

        if (isKnown && before != isUp)
        {
            await voice.HappenedAsync(port.Label, Values(port), ct).ConfigureAwait(false);
        }

        told[port.Label] = isUp;
        return !isKnown || before != isUp;
    }

    private async Task TellFlappingAsync(PortFacts port, CancellationToken ct)
    {
        bool isFlapping = _flaps.Mutes(port.Label, _rule, context.Time);
        if (isFlapping != _flapping.Contains(port.Label))
        {
            await voice.HappenedAsync(port.Label, [new SensorValue("flapping", Flag: isFlapping), .. Values(port)], ct).ConfigureAwait(false);
            _ = isFlapping ? _flapping.Add(port.Label) : _flapping.Remove(port.Label);
        }
    }

    private static IReadOnlyList<SensorValue> Values(PortFacts port) =>
    [
        new SensorValue("oper", Text: port.Oper),
        new SensorValue("admin", Text: port.Admin),
        .. port.Alias is { } alias ? new[] { new SensorValue("alias", Text: alias) } : [],
    ];
}
