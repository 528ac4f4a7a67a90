namespace EdgeGateway.Sim.Mqtt;

/// <summary>A subscriber that comes back: connects, subscribes, waits for the end, and again after a pause.</summary>
public sealed class SimMqttSubscriber(SimMqttOptions options, IReadOnlyList<string> filters, Func<SimMqttClient, SimMqttMessage, ValueTask> onMessage)
{
    /// <summary>Between two attempts.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Hears "connected" with the client, and every end or failure as a sentence with null.</summary>
    public Action<SimMqttClient?, string> OnState { get; init; } = (_, _) => { };

    /// <summary>Said before the goodbye of an orderly end, for at most <see cref="FarewellLimit"/>.</summary>
    public Func<SimMqttClient, CancellationToken, Task> Farewell { get; init; } = (_, _) => Task.CompletedTask;

    public static TimeSpan FarewellLimit => TimeSpan.FromSeconds(2);

    /// <summary>Runs until cancelled, then says goodbye in order.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(ct).ConfigureAwait(false);
                await Task.Delay(Pause, ct).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        SimMqttClient? client = null;
        client = new SimMqttClient(options, message => onMessage(client!, message));
        await using (client.ConfigureAwait(false))
        {
            try
            {
                await ServeAsync(client, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SimMqttRefusedException or MqttFaultException)
            {
                OnState(null, e.Message);
            }
        }
    }

    private async Task ServeAsync(SimMqttClient client, CancellationToken ct)
    {
        await client.ConnectAsync(ct).ConfigureAwait(false);
        IReadOnlyList<byte> granted = await client.SubscribeAsync(filters, 1, ct).ConfigureAwait(false);
        OnState(client, granted.All(code => code < 0x80) ? "connected" : "connected, but a subscription was refused");
        try
        {
            OnState(null, await client.Ended.WaitAsync(ct).ConfigureAwait(false));
        }
        finally
        {
            await SayFarewellAsync(client).ConfigureAwait(false);
            await client.DisconnectAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task SayFarewellAsync(SimMqttClient client)
    {
        using var limit = new CancellationTokenSource(FarewellLimit);
        try
        {
            await Farewell(client, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The link is gone, or nobody answers: the will says it.
        }
    }
}
