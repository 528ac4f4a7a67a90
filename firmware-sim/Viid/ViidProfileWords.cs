namespace EdgeGateway.Sim.Viid;

/// <summary>In which bytes a body is written (plate-camera.md section 6). The header always claims what the media type says.</summary>
public enum ViidCharset
{
    Utf8,

    /// <summary>With a byte order mark in front.</summary>
    Utf8Bom,

    /// <summary>GBK.</summary>
    Gbk,
}

/// <summary>How keys are spelled (section 2.6, key-name hazards; T18).</summary>
public enum KeySpelling
{
    Right,

    /// <summary>DirvingStatusCode, DisapperaTime, IsSupicious.</summary>
    Misspelt,

    /// <summary>The list key has a zero where the letter O belongs: MotorVehicle0bjectList.</summary>
    ZeroForO,

    /// <summary>Every key in lower case.</summary>
    LowerCase,
}

/// <summary>JSON type of numbers and truth values (section 2.6).</summary>
public enum ScalarForm
{
    Numbers,

    /// <summary>Everything between quotes; true is "1".</summary>
    Strings,
}

/// <summary>JSON type of SubImageList (V10).</summary>
public enum SubImageForm
{
    Object,

    /// <summary>A string that holds JSON.</summary>
    Text,
}

/// <summary>Form of MotorVehicleID (V11).</summary>
public enum IdForm
{
    Right,

    /// <summary>49 characters, a letter at the end.</summary>
    Letter,
}

/// <summary>What stands in PassTime.</summary>
public enum PassTimeForm
{
    Right,

    /// <summary>Nothing; the ShotTime of the picture of type 01 says it, without pictures MarkTime (TM02).</summary>
    Empty,
}

/// <summary>How the Authorization header is written (section 2.2).</summary>
public enum AuthorizationForm
{
    Right,

    /// <summary>The whole URL is signed and sent as uri (V6, DG3).</summary>
    AbsoluteUri,

    /// <summary>The closing quote of opaque, at the end of the header, is missing (V6).</summary>
    OpenQuote,

    /// <summary>No blanks behind commas, qop, nc and uri without quotes, opaque="null".</summary>
    Bare,
}

/// <summary>How a device proves itself at UnRegister (sections 2.1, 2.2).</summary>
public enum FarewellForm
{
    /// <summary>Digest, when the server asks for it.</summary>
    Digest,

    /// <summary>User-Identify alone.</summary>
    Identify,
}

/// <summary>What a device does with an answer that is no success, or none.</summary>
public enum ViidRetry
{
    /// <summary>Sends what failed again, under the same ids, until each has the status 0.</summary>
    UntilOk,

    /// <summary>Sends again only when nobody answered.</summary>
    UntilAnswered,

    /// <summary>Sends once.</summary>
    Never,
}
