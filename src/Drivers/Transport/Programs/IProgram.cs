namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>A program that runs. Disposing asks it to end, and ends it when it does not.</summary>
public interface IProgram : IAsyncDisposable
{
    int Id { get; }

    /// <summary>Completes when it is gone, by itself or not.</summary>
    Task<ProgramEnd> Ended { get; }
}
