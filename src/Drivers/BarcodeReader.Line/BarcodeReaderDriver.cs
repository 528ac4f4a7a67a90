using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>A bar code reader that says what it reads, a line each. It is only listened to, and takes no acknowledgement.</summary>
public sealed class BarcodeReaderDriver(DriverContext context, BarcodeReaderOptions options) : IDeviceDriver
{
    private readonly DoubleReads _doubles = new(options.Repeat, context.Time);
    private ISerialLine? _line;

    public async Task ConnectAsync(CancellationToken ct) =>
        _line = await context.Transports.Serial!.OpenAsync(options.Line, ct).ConfigureAwait(false);

    /// <summary>Several codes may be on their way to the disk at one time: a reader does not wait.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var intake = new CodeIntake(_line!, context.Watch, options, context.Time);
        var window = new EmitWindow(sink);
        try
        {
            while (true)
            {
                await TakeAsync(await intake.NextAsync(ct).ConfigureAwait(false), window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            // The reader does not say it again.
            await window.SettleAsync(context.Watch).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _line?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask TakeAsync(string code, EmitWindow window, CancellationToken ct)
    {
        if (_doubles.IsDouble(code))
        {
            context.Watch.Fault(FaultKind.Silent, "read-twice");
            return;
        }

        await window.EmitAsync(BarcodeReaderMapping.ToReading(context.Device, code, options, context.Time.GetUtcNow()), ct).ConfigureAwait(false);
    }
}
