using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What the parts of one conversation have in common.</summary>
internal sealed class RadioParts(DriverContext context, RadioLinkOptions options, string driver, IRadioLink link)
{
    private readonly TaskCompletionSource<IReadingSink> _sink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RadioLinkOptions Options => options;

    public IRadioLink Link => link;

    public RadioReadings Readings { get; } = options.Shelf.Readings(context, options, driver);

    public OpenTexts Texts { get; } = options.Shelf.Texts(context);

    public AnswerBoard Board { get; } = new();

    public RadioNetwork Network { get; } = options.Shelf.Network(options.Site.Network, context);

    public TimeProvider Time => context.Time;

    public IDeviceWatch Watch => context.Watch;

    public string Device => context.Device;

    /// <summary>Where readings go from now on.</summary>
    public void Open(IReadingSink sink) => _sink.TrySetResult(sink);

    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task EmitAsync(Reading reading, CancellationToken ct) =>
        _sink.Task.IsCompletedSuccessfully ? _sink.Task.Result.EmitAsync(reading, ct).AsTask() : EmitLaterAsync(reading, ct);

    /// <summary>For what nobody will say again: a reading that the disk refuses is lost, and counted as that.</summary>
    /// <returns>False when it is lost.</returns>
    public async Task<bool> TellAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            await EmitAsync(reading, ct).ConfigureAwait(false);
            return true;
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            return false;
        }
    }

    /// <summary>The slot that a radio was last heard on; null where there is none.</summary>
    public int? SlotOf(int radio) => Network.Presence.Find(radio)?.Slot;

    // A command may come before the conversation has begun to run.
    private async Task EmitLaterAsync(Reading reading, CancellationToken ct)
    {
        var sink = await _sink.Task.WaitAsync(ct).ConfigureAwait(false);
        await sink.EmitAsync(reading, ct).ConfigureAwait(false);
    }
}
