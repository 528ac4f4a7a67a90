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
    private Dictionary<string, PortTold>? _told;

    /// <param name="ports">All that are watched.</param>
    /// <param name="isWhole">False: ports that are not among them are there all the same.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task TakeAsync(IReadOnlyList<PortFacts> ports, bool isWhole, CancellationToken ct)
    {
        _told ??= _memory.Read();
        bool isNews = await FinishAsync(_told, ct).ConfigureAwait(false);
        isNews |= isWhole && Forget(ports);
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

    /// <summary>What a crash, or a refusing disk, interrupted is told as what it was; the store knows what it has.</summary>
    private async Task<bool> FinishAsync(Dictionary<string, PortTold> told, CancellationToken ct)
    {
        var open = told.Where(one => one.Value.Since is not null).ToList();
        foreach (var (name, one) in open)
        {
            await voice.HappenedAsync(name, [new SensorValue("oper", Text: one.IsUp ? "up" : "down")], ct, one.RepeatKey(name)).ConfigureAwait(false);
            told[name] = one with { Since = null };
        }

        return open.Count > 0;
    }

    private bool Forget(IReadOnlyList<PortFacts> ports)
    {
        string[] gone = [.. _told!.Keys.Except(ports.Select(port => port.Label))];
        Array.ForEach(gone, name => _told.Remove(name));
        return gone.Length > 0;
    }

    private async Task<bool> TakeAsync(PortFacts port, bool isUp, Dictionary<string, PortTold> told, CancellationToken ct)
    {
        if (!told.TryGetValue(port.Label, out var before))
        {
            told[port.Label] = new PortTold(isUp, null);
            return true;
        }

        if (before.IsUp == isUp || !_flaps.Admits((What, port.Label), _rule, context.Time))
        {
            return false;
        }

        // Remembered first: whatever happens from here on, it is told, and counts once.
        var now = new PortTold(isUp, context.Time.GetUtcNow().ToUnixTimeMilliseconds());
        told[port.Label] = now;
        await _memory.WriteAsync(told, ct).ConfigureAwait(false);
        await voice.HappenedAsync(port.Label, Values(port), ct, now.RepeatKey(port.Label)).ConfigureAwait(false);
        told[port.Label] = now with { Since = null };
        return true;
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
