using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What goes on beside an open stream: the camera's clock is asked, and what was missed is fetched.</summary>
internal sealed class DahuaBeside(DriverContext context, DahuaOptions options, DahuaAccess access, DahuaPlace place)
{
    private readonly CancellationTokenSource _stop = new();
    private CancellationTokenRegistration _outer;
    private Task _work = Task.CompletedTask;

    public void Start(IReadingSink sink, DateTimeOffset opened, CancellationToken ct)
    {
        _outer = ct.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _stop);
        var clock = new DahuaClockQuestion(context, access, options.ClockEvery);
        _work = options.Backfill
            ? Task.WhenAll(new DahuaBackfill(context, options, access, place).RunAsync(sink, opened, _stop.Token), clock.RunAsync(_stop.Token))
            : clock.RunAsync(_stop.Token);
    }

    /// <summary>Ends it. What the disk refused of a back-fill is still on the camera and is asked for again.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _outer.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
