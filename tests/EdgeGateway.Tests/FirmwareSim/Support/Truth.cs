using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>Holds what devices were told is safe against what a driver handed over, as <c>edgesim verify</c> does at the other end.</summary>
internal static class Truth
{
    public static void Holds(IEnumerable<TruthLine> told, IReadOnlyCollection<Reading> readings)
    {
        foreach (TruthLine line in told.Where(line => line.IsAcknowledged))
        {
            var same = readings.Where(reading => reading.Device == line.Device && reading.Body.Source?.NativeId == line.NativeId).ToList();
            Assert.True(same.Count > 0, $"lost: {line.NativeId}");
            Assert.All(same, reading =>
            {
                var body = Assert.IsType<PlateReadBody>(reading.Body);
                Assert.Equal(line.Plate, body.Plate.Text ?? "");
                Assert.Equal(line.LaneNo, body.LaneNo);
                Assert.Equal(line.Time, reading.Time);
                Assert.Equal(
                    line.Pictures.Select(picture => picture.Sha256).Order(StringComparer.Ordinal),
                    (body.Media ?? []).Where(media => media.Role != "raw").Select(media => media.Sha256).Order(StringComparer.Ordinal));
                Assert.All(line.Pictures, picture => Assert.Contains(reading.Attachments, attachment => attachment.Sha256 == picture.Sha256 && attachment.Content.Length == picture.Bytes));
            });
        }

        var known = told.Select(line => line.NativeId).ToHashSet(StringComparer.Ordinal);
        Assert.All(readings, reading => Assert.Contains(reading.Body.Source?.NativeId ?? "", known));
    }
}
