namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>One real broker process that a test can kill and start again.</summary>
public interface IBrokerNode : IAsyncDisposable
{
    BrokerAddress Address { get; }

    /// <summary>What it has said so far.</summary>
    string Output { get; }

    /// <summary>False before the first start and after <see cref="KillAsync"/>.</summary>
    bool Runs { get; }

    /// <summary>Starts, also after <see cref="KillAsync"/>, on the same port and with the same files; returns when it takes an MQTT client.</summary>
    Task StartAgainAsync();

    /// <summary>SIGKILL.</summary>
    Task KillAsync();
}
