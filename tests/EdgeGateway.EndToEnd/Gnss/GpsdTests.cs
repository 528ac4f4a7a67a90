using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;

namespace EdgeGateway.EndToEnd.Gnss;

/// <summary>One stream of sentences, read by gpsd and by <c>edgegateway decode nmea</c>: they must agree on place, time, speed, course and altitude.</summary>
public sealed class GpsdTests
{
    private const int Moments = 40;

    /// <summary>gpsd needs a few sentences to see that it is NMEA.</summary>
    private const int LeastReported = 30;

    [Theory]
    [InlineData("GN", 23.1291, 113.2644)]
    [InlineData("GP", -33.4489, -70.6693)]
    [InlineData("BD", 0.0011, 179.9)]
    public async Task Decode_TracksOfAReceiver_AgreesWithGpsd(string talker, double lat, double lon)
    {
        var profile = new NmeaProfile { Talker = talker, Lat = lat, Lon = lon, RadiusM = 900, Speed = 33.3 };
        var said = Said(profile);
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, [.. said.SelectMany(moment => moment.Bytes)]);
            var ours = await DecodeAsync(file);
            Assert.Equal(Moments, ours.Count);

            await using var gpsd = await Gpsd.StartAsync();
            foreach (var (time, bytes) in said)
            {
                await gpsd.SayAsync(time, bytes);
            }

            await Wait.UntilAsync(() => said.Count(moment => gpsd.IsWhole(moment.Time)) >= LeastReported, TimeSpan.FromSeconds(20), () => $"gpsd reported {gpsd.Reports.Count}");
            foreach (var (time, _) in said.Where(moment => gpsd.IsWhole(moment.Time)))
            {
                Compare(gpsd.Reports[time], ours[time]);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<(DateTimeOffset Time, byte[] Bytes)> Said(NmeaProfile profile)
    {
        var (track, voice) = (new NmeaTrack(profile), new NmeaVoice("gnss-1", profile));
        var begin = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - Moments);
        return
        [
            .. Enumerable.Range(0, Moments).Select(second => begin.AddSeconds(second))
                .Select(time => (time, Encoding.ASCII.GetBytes(string.Concat(voice.Sentences(track.At(time, TimeSpan.Zero, NmeaOddity.None)).Select(line => line + "\r\n"))))),
        ];
    }

    /// <summary>Through the program that a technician starts.</summary>
    private static async Task<Dictionary<DateTimeOffset, JsonElement>> DecodeAsync(string file)
    {
        await using var decode = ChildProcess.Start(Binaries.Gateway, ["decode", "nmea", "--file", file]);
        Assert.Equal(0, await decode.ExitAsync(TimeSpan.FromSeconds(60)));
        return decode.Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .SelectMany(line => line.GetProperty("readings").EnumerateArray())
            .ToDictionary(reading => reading.GetProperty("time").GetDateTimeOffset(), reading => reading.GetProperty("data"));
    }

    /// <summary>gpsd writes nine decimals of a degree, metres a second to a millimetre, and tenths of a millidegree.</summary>
    private static void Compare(JsonElement gpsd, JsonElement ours)
    {
        var place = ours.GetProperty("position");
        Close("lat", Number(gpsd, "lat"), Number(place, "lat"), 2e-9);
        Close("lon", Number(gpsd, "lon"), Number(place, "lon"), 2e-9);
        Close("speed", Number(gpsd, "speed"), Number(ours, "speedKmh") / 3.6, 0.001);
        Close("course", Number(gpsd, "track"), Number(ours, "courseDeg"), 0.0001);
        Close("altitude", Number(gpsd, "altMSL"), Number(ours, "altitudeM"), 0.0001);
    }

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private static void Close(string what, double theirs, double ours, double most) =>
        Assert.True(Math.Abs(theirs - ours) <= most, string.Create(CultureInfo.InvariantCulture, $"{what}: gpsd says {theirs}, we say {ours}"));
}
