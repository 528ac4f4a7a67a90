using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>Runs programs of this machine that speak to a device for us.</summary>
public interface IPrograms
{
    /// <param name="name">As typed, without a folder.</param>
    /// <returns>Where it is; null when it is not installed.</returns>
    string? Find(string name);

    /// <summary>Starts a program that dies with the gateway.</summary>
    /// <exception cref="DeviceFaultException">
    /// <c>Misconfigured</c>: not installed or not to be run, and what to do; <c>Busy</c>: the machine has no memory, processes or handles left now.
    /// </exception>
    Task<IProgram> StartAsync(ProgramSettings settings, CancellationToken ct);
}
