using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Belt controllers of X-ray scanners on one Modbus bus (xray.md section 3): read, and ordered only where the site has switched that on.</summary>
public sealed class XrayModbusDriver(DriverContext context, XrayModbusOptions options) : IDeviceDriver, ICommandable
{
    private readonly BeltTeller _teller = new(context);
    private IModbusMaster? _master;
    private BeltDesk[] _desks = [];
    private BusPoller? _poller;
    private BeltCommands? _commands;

    public async Task ConnectAsync(CancellationToken ct)
    {
        var memory = new BeltMemory(context.Memory);
        _master = await context.Transports.Modbus!.OpenAsync(options.Bus with { Fault = context.Watch.Fault }, ct).ConfigureAwait(false);
        _desks = [.. options.Units.Select(unit => new BeltDesk(context, options, unit, _master, memory, _teller))];
        var noted = new NotedReads(_master, (unit, area, start, count) => Array.ForEach(_desks, desk => desk.Note(unit, area, start, count)));
        _poller = new BusPoller(noted, [.. _desks.Select(desk => desk.Bus)], options.Limits, context.Time);
        _commands = new BeltCommands(options, _desks, _poller, context.Time);
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var desks = _desks.ToDictionary(desk => desk.Bus);
        var telling = _teller.RunAsync(sink, end.Token);
        var polling = _poller!.RunAsync((round, token) => desks[round.Unit].TakeAsync(round, token), end.Token);
        var silence = new SilenceWatch(_desks, context.Time).RunAsync(end.Token);
        try
        {
            var first = await Task.WhenAny(telling, polling, silence).ConfigureAwait(false);
            if (first != telling)
            {
                // What was seen is told before the link's end is.
                _teller.Complete();
                await telling.ConfigureAwait(false);
            }

            await first.ConfigureAwait(false);
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(telling, polling, silence).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => _commands!.ExecuteAsync(command, ct);

    public ValueTask DisposeAsync() => _master?.DisposeAsync() ?? ValueTask.CompletedTask;
}
