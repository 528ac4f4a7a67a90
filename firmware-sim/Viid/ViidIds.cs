using System.Globalization;

namespace EdgeGateway.Sim.Viid;

/// <summary>
/// Identifiers of plate-camera.md section 2.5. The serial is the number of the passage, so that it never repeats within
/// a second at fewer than 100,000 passages a second.
/// </summary>
public static class ViidIds
{
    private const int Serials = 100_000;

    /// <summary>yyyyMMddHHmmss, Beijing civil time.</summary>
    public static string Time(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>41 digits.</summary>
    public static string Image(string device, DateTimeOffset moment, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{device}02{Time(moment)}{number % Serials:D5}");

    /// <summary>48 digits, or 49 characters where the profile says so.</summary>
    public static string Vehicle(string device, DateTimeOffset moment, long number, IdForm form) =>
        string.Create(CultureInfo.InvariantCulture, $"{Image(device, moment, number)}02{number % Serials:D5}{(form == IdForm.Letter ? "W" : "")}");

    /// <summary>33 digits.</summary>
    /// <param name="organisation">12 digits.</param>
    /// <param name="type">01 disposition, 02 alarm, 03 subscription, 04 notification.</param>
    /// <param name="moment">Whose second.</param>
    /// <param name="number">Serial.</param>
    public static string Business(string organisation, string type, DateTimeOffset moment, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{organisation}{type}{Time(moment)}{number % Serials:D5}");
}
