using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Doctor;

/// <summary>What a check found out about one thing.</summary>
/// <param name="Check">Fixed word for the check, for example <c>onvif</c>.</param>
/// <param name="Subject">What was looked at: a device id, an address.</param>
/// <param name="Code">Fixed word for the result, for example <c>clock-off</c>; <c>fine</c> when nothing is wrong.</param>
/// <param name="Said">What is.</param>
/// <param name="Next">What to do; null when nothing is wrong.</param>
public sealed record CheckResult(string Check, string Subject, string Code, Words Said, Words? Next)
{
    public const string FineCode = "fine";

    public bool Ok => Next is null;

    public static CheckResult Fine(string check, string subject, Words said) => new(check, subject, FineCode, said, null);
}
