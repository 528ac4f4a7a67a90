namespace EdgeGateway.Benchmarks.Peers;

/// <summary>A program that takes readings here and brings them to a broker, with the way in which it takes them.</summary>
internal interface IForwarder : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What "told safe" means to whoever sent the reading.</summary>
    string Promise { get; }

    int ProcessId { get; }

    /// <summary>Starts, also after <see cref="KillAsync"/>; returns when it takes readings.</summary>
    Task StartAsync();

    /// <returns>How many of the readings were told to be safe.</returns>
    Task<int> TellAsync(int readings);

    /// <summary>SIGKILL.</summary>
    Task KillAsync();
}
