using System.Globalization;

namespace EdgeGateway.Sim.Viid;

/// <summary>What a simulated server answers (plate-camera.md section 2.3).</summary>
public static class ViidReply
{
    public static string One(string id, string url, int status, DateTimeOffset now) => $"{{\"ResponseStatusObject\":{Status(id, url, status, now)}}}";

    public static string Many(string url, IReadOnlyList<(string Id, int Status)> statuses, DateTimeOffset now) =>
        $"{{\"ResponseStatusListObject\":{{\"ResponseStatusObject\":[{string.Join(',', statuses.Select(one => Status(one.Id, url, one.Status, now)))}]}}}}";

    private static string Status(string id, string url, int status, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"Id\":\"{id}\",\"RequestURL\":\"{url}\",\"StatusCode\":{status},\"StatusString\":\"{(status == 0 ? "OK" : "refused")}\",\"LocalTime\":\"{ViidIds.Time(now)}\"}}");
}
