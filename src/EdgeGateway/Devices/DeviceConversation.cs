using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Devices;

/// <summary>The open conversation with one device, as long as there is one: where commands get to its driver.</summary>
public sealed class DeviceConversation
{
    private readonly Lock _gate = new();
    private IDeviceDriver? _driver;
    private CancellationTokenSource? _life;

    /// <summary>The device is connected; commands reach it from now on.</summary>
    public void Begin(IDeviceDriver driver)
    {
        lock (_gate)
        {
            (_driver, _life) = (driver, new CancellationTokenSource());
        }
    }

    /// <summary>Before the driver says goodbye: no command begins, and one that is under way is told to stop.</summary>
    public async Task EndAsync()
    {
        CancellationTokenSource? life;
        lock (_gate)
        {
            (life, _driver, _life) = (_life, null, null);
        }

        if (life is not null)
        {
            // What a driver hangs on the token may throw; the loop around the device must not end of it.
            await life.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>What the driver says; <c>unknown</c> when the link ends on the way, because the order may have arrived.</returns>
    public async ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct)
    {
        var (driver, life) = Open();
        if (driver is null)
        {
            return CommandOutcome.Failed("offline");
        }

        if (driver is not ICommandable commandable)
        {
            return CommandOutcome.Failed("unsupported");
        }

        var execution = CallAsync(commandable, command, ct, life);
        try
        {
            return await execution.WaitAsync(life).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return CommandOutcome.Unknown("link-ended");
        }
    }

    /// <returns>Which part of the device it concerns; empty for all of it.</returns>
    public string TargetOf(DeviceCommand command) => Open().Driver is ICommandable commandable ? commandable.TargetOf(command) : string.Empty;

    /// <remarks>The linked source lives as long as the driver's call and not only as long as somebody waits for it: a source that is disposed tells nobody.</remarks>
    private static async Task<CommandOutcome> CallAsync(ICommandable driver, DeviceCommand command, CancellationToken ct, CancellationToken life)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, life);
        return await driver.ExecuteAsync(command, either.Token).ConfigureAwait(false);
    }

    private (IDeviceDriver? Driver, CancellationToken Life) Open()
    {
        lock (_gate)
        {
            return (_driver, _life?.Token ?? default);
        }
    }
}
