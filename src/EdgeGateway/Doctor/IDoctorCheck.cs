namespace EdgeGateway.Doctor;

/// <summary>One thing that the doctor looks at. A new check is one class and its line in <see cref="DoctorRound"/>.</summary>
public interface IDoctorCheck
{
    /// <summary>What it found, never nothing; does not throw but when cancelled.</summary>
    Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct);
}
