using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>The cabinet in which this machine stands, read from its own kernel.</summary>
public sealed class CabinetDriver(DriverContext context, CabinetOptions options) : IDeviceDriver
{
    private ICabinetSensors? _sensors;

    public async Task ConnectAsync(CancellationToken ct)
    {
        var open = context.Transports.Cabinet ?? throw new DeviceFaultException(FaultKind.Misconfigured, "There are no sensors here.");
        _sensors = open(options.Root);
        bool found = options.Mains?.Ups is not null;
        foreach (var line in options.Contacts.Select(contact => contact.Line).Concat(options.Mains?.Line is { } mains ? [mains] : []))
        {
            found |= await IsThereAsync(_sensors, line, ct).ConfigureAwait(false);
        }

        var (chips, supplies) = (_sensors.Chips(), _sensors.Supplies());
        found |= options.Temperatures.Select(one => one.Address).Concat(options.Fans.Select(one => one.Address)).Any(one => chips.Contains(one.Chip.Split('@')[0]));
        found |= options.Supplies.Select(one => one.Supply).Append(options.Mains?.Supply).Any(name => name is not null && supplies.Contains(name));
        if (!found)
        {
            throw new DeviceFaultException(
                FaultKind.Unreachable,
                $"Nothing that the settings name is there; chips: {List(chips)}; power supplies: {List(supplies)}.");
        }
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var voice = new CabinetVoice(context, CabinetMapping.DriverName, sink);
        var book = new AlarmBook(context, voice, options.Night, options.AlarmsPerHour);
        await book.OpenAsync(ct).ConfigureAwait(false);
        await book.KeepOnlyAsync(options.Names, ct).ConfigureAwait(false);
        await using var round = new CabinetRound(context, options, _sensors!, book);
        var (measure, tell) = (new Rhythm(context.Time, options.Measure), new Rhythm(context.Time, options.Every));
        while (true)
        {
            bool changed = await round.LookAsync(ct).ConfigureAwait(false);
            if (measure.IsDue())
            {
                await round.MeasureAsync(ct).ConfigureAwait(false);
            }

            round.EnsureAnythingIsLeft();
            if (tell.IsDue() || changed)
            {
                await voice.TellAsync(Lane.Telemetry, CabinetMapping.State(round), ct).ConfigureAwait(false);
            }

            await Task.Delay(options.Poll, context.Time, ct).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _sensors?.Dispose();
        _sensors = null;
        return ValueTask.CompletedTask;
    }

    /// <exception cref="DeviceFaultException">The account of the gateway may not read it, or another program has it.</exception>
    private static async Task<bool> IsThereAsync(ICabinetSensors sensors, ContactLine line, CancellationToken ct)
    {
        string place = line.File ?? $"/dev/{line.Chip} line {line.Line}";
        return (await sensors.ReadContactAsync(line, ct).ConfigureAwait(false)).Why switch
        {
            SensorTrouble.Refused => throw new DeviceFaultException(FaultKind.Refused, $"This account may not read {place}: add it to the group gpio and restart the gateway."),
            SensorTrouble.Taken => throw new DeviceFaultException(FaultKind.Busy, $"Another program has {place}: see \"gpioinfo\" for who it is."),
            var why => why != SensorTrouble.Missing,
        };
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Take(20));
}
