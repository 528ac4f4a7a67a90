using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>Reads a profile; whatever is not said keeps the default of <see cref="ViidProfile"/>.</summary>
public static class ViidProfileReader
{
    private static readonly ViidProfile s_default = new();

    public static ViidProfile Read(JsonSection json)
    {
        ViidProfile profile = Words(json) with
        {
            VehiclesPerPost = json.Range("vehiclesPerPost", s_default.VehiclesPerPost, 1, 100),
            DuplicateRate = json.Number("duplicateRate", s_default.DuplicateRate, 0, 1),
            UnfinishedRate = json.Number("unfinishedRate", s_default.UnfinishedRate, 0, 1),
            ClockOffset = json.Duration("clockOffset", s_default.ClockOffset),
            KeepalivePeriod = json.PositiveDuration("keepalive", s_default.KeepalivePeriod),
            Pictures = Pictures(json.Section("pictures")),
        };
        profile = Answer(json.Section("answer"), Disconnect(json.Section("disconnect"), profile));
        json.Done();
        return profile;
    }

    private static ViidProfile Words(JsonSection json) => new()
    {
        DeviceId = Code(json, "deviceId", s_default.DeviceId),
        CameraId = json.Has("cameraId") ? Code(json, "cameraId", "") : "",
        TollgateId = Code(json, "tollgateId", s_default.TollgateId),
        MediaType = json.Text("mediaType", s_default.MediaType),
        Charset = json.Choice("charset", s_default.Charset, ("utf-8", ViidCharset.Utf8), ("utf-8-bom", ViidCharset.Utf8Bom), ("gbk", ViidCharset.Gbk)),
        Keys = json.Choice("keys", s_default.Keys, ("right", KeySpelling.Right), ("misspelt", KeySpelling.Misspelt), ("zero-for-o", KeySpelling.ZeroForO), ("lower-case", KeySpelling.LowerCase)),
        Scalars = json.Choice("scalars", s_default.Scalars, ("numbers", ScalarForm.Numbers), ("strings", ScalarForm.Strings)),
        SubImages = json.Choice("subImages", s_default.SubImages, ("object", SubImageForm.Object), ("text", SubImageForm.Text)),
        Ids = json.Choice("ids", s_default.Ids, ("right", IdForm.Right), ("letter", IdForm.Letter)),
        PassTime = json.Choice("passTime", s_default.PassTime, ("right", PassTimeForm.Right), ("empty", PassTimeForm.Empty)),
        Authorization = json.Choice("authorization", s_default.Authorization, ("right", AuthorizationForm.Right), ("absolute-uri", AuthorizationForm.AbsoluteUri), ("open-quote", AuthorizationForm.OpenQuote), ("bare", AuthorizationForm.Bare)),
        Farewell = json.Choice("unregister", s_default.Farewell, ("digest", FarewellForm.Digest), ("identify", FarewellForm.Identify)),
    };

    private static ViidProfile Disconnect(JsonSection json, ViidProfile profile)
    {
        profile = profile with { UpFor = json.PositiveDuration("every", profile.UpFor), DownFor = json.PositiveDuration("for", profile.DownFor) };
        json.Done();
        return profile;
    }

    private static ViidProfile Answer(JsonSection json, ViidProfile profile)
    {
        profile = profile with
        {
            Retry = json.Choice("retry", profile.Retry, ("until-ok", ViidRetry.UntilOk), ("until-answered", ViidRetry.UntilAnswered), ("never", ViidRetry.Never)),
            AnswerTimeout = json.PositiveDuration("timeout", profile.AnswerTimeout),
            RetryPause = json.PositiveDuration("pause", profile.RetryPause),
        };
        json.Done();
        return profile;
    }

    private static ViidPictureProfile Pictures(JsonSection json)
    {
        var known = new ViidPictureProfile();
        var pictures = new ViidPictureProfile
        {
            Count = json.Count("count", known.Count, 0, 8),
            SceneBytes = json.Range("sceneBytes", known.SceneBytes, PseudoJpeg.LeastBytes, 16_000_000),
            PlateBytes = json.Range("plateBytes", known.PlateBytes, PseudoJpeg.LeastBytes, 16_000_000),
            Width = json.Count("width", known.Width, 1, 65_535),
            Height = json.Count("height", known.Height, 1, 65_535),
            TellsSize = json.Flag("tellsSize", known.TellsSize),
        };
        json.Done();
        return pictures;
    }

    private static string Code(JsonSection json, string name, string otherwise)
    {
        string code = json.Text(name, otherwise);
        if (code.Length == 20 && code.All(char.IsAsciiDigit))
        {
            return code;
        }

        json.Report(name, "must be a code of 20 digits");
        return otherwise;
    }
}
