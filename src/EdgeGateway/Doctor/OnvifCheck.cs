using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Doctor;

/// <summary>Is a device there, is its clock right, and does it let our user in?</summary>
public sealed class OnvifCheck(string device, OnvifAccess access, TimeSpan zone, OnvifHealth health) : IDoctorCheck
{
    private const string Name = "onvif";

    /// <summary>Clock error that a checkpoint may have (plate-camera.md section 8).</summary>
    private static readonly TimeSpan s_allowed = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        try
        {
            var state = await health.AskAsync(access, zone, ct).ConfigureAwait(false);
            return [.. Judge(state)];
        }
        catch (DeviceFaultException fault)
        {
            return [new CheckResult(Name, device, "no-answer", OnvifWords.NoAnswer(access.Service, fault.Message), OnvifWords.CheckTheLink)];
        }
    }

    // Off by more than what the exchange can explain.
    private IEnumerable<CheckResult> Judge(OnvifState state)
    {
        yield return state.Offset.Duration() - state.Uncertainty > s_allowed
            ? new CheckResult(Name, device, "clock-off", OnvifWords.ClockOff(state.Offset), OnvifWords.SetItsClock)
            : CheckResult.Fine(Name, device, OnvifWords.ClockFine(state.Offset));
        yield return state.Device is { } told
            ? CheckResult.Fine(Name, device, OnvifWords.Known(told))
            : new CheckResult(Name, device, "not-let-in", OnvifWords.NotLetIn(state.Refusal ?? "-"), OnvifWords.MakeAUser);
    }
}
