using System.Collections.Immutable;

namespace Planning.Workflows.Generation;

/// <summary>A region of the generated vendor: its countries, the 25 cities in which customers decide, what people are called there.
/// All combinations of names are invented.</summary>
internal sealed record Place(
    string Region,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Cities,
    ImmutableArray<string> Languages,
    ImmutableArray<string> FirstNames,
    ImmutableArray<string> LastNames)
{
    public static ImmutableArray<Place> All { get; } =
    [
        new(
            "NWE", ["GB", "NO", "DE", "FR", "SE"],
            Codes("GB LON MAN BRS LEE GLA NO OSL BGO TRD SVG TOS DE BER HAM MUC CGN LEJ FR PAR LYS MRS LIL NTE SE STO GOT MMA UME LLA"),
            ["en", "no", "de", "fr", "sv"],
            Words("Harriet Magnus Edmund Ingrid Colin Astrid Rupert Solveig Thérèse Jürgen Elin Gareth Odile Lennart Maud Kåre"),
            Words("Ashdown Trewin Solbakken Brügger Lindqvist Penhallow Nordahl Colville Aasland Tallis Bergström Moreau Vogel Hathersage "
                + "Fjelldal Roussel Kestrel Oakhurst Lundgren Wexley Sørensen Garnier Thornbury Möller Haugland Pembury Dufresne Ekström")),
        new(
            "CEE", ["CH", "SI", "PL", "CZ", "AT"],
            Codes("CH ZRH BRN GVA BSL LUG SI LJU MBX KOP CEL NGO PL WAW KRK GDN WRO POZ CZ PRG BRQ OSR PLZ LIB AT VIE GRZ LNZ SZG INN"),
            ["de", "sl", "pl", "cs", "fr"],
            Words("Reto Selina Vesna Matej Agnieszka Tomáš Nadine Luka Zofia Jan Katarína Wojciech Ursina Dušan Milena Beat"),
            Words("Ammann Kolarič Hribar Nowicki Dvořáček Frey Zupan Wiśniak Horák Bernasconi Pichler Gruber Jankovec Mazurek Novotný "
                + "Steinacher Kranjc Sadowska Vlk Rüegg Oblak Zieliński Kubát Eichinger Majcen Brunold Sikora Hájek")),
        new(
            "IBA", ["PT", "AR", "ES", "CL", "BR"],
            Codes("PT LIS OPO BGZ FAO CBP AR BUE COR ROS MDZ SLA ES MAD BCN VLC SVQ BIO CL SCL VAP CCP ANF IQQ BR SAO RIO CWB REC POA"),
            ["pt", "es", "en"],
            Words("Duarte Inês Tomé Lautaro Camila Joaquín Beatriz Rafael Íris Gonçalo Ximena Ignacio Luísa Martim Paloma Vicente"),
            Words("Salvaterra Carvalhal Figueira Benedetti Urquiza Montalvo Peñaranda Quiroga Abrantes Taveira Ocampo Vidigal Arancibia "
                + "Lobato Mendizábal Sepúlveda Farias Iturralde Brandão Cordeiro Valdivieso Nogales Queirós Aldunate Pimentel Baeza Trigo Salgueiro")),
        new(
            "AFR", ["KE", "ZM", "GH", "EG", "SA"],
            Codes("KE NBO MBA KIS NUU ELD ZM LUN NLA KIT LVI CIP GH ACC KMS TML TKD CPC EG CAI ALY ASW LXR PSD SA RUH JED DMM MED TUU"),
            ["en", "sw", "ar", "fr"],
            Words("Wanjiru Tesfaye Amina Chanda Bwalya Kwame Nafula Yusuf Akosua Mutale Samira Kofi Zanele Idris Nyambura Farouk"),
            Words("Kamotho Alemu Odhiambo Mulenga Phiri Asante Wekesa Banda Mensah Tembo Al-Harbi Njoroge Owusu Zulu Kiprop Boateng Chileshe "
                + "Mwangi El-Sayed Lungu Ofori Otieno Sakala Al-Qahtani Nkansah Barasa Hamdan Simukonda")),
        new(
            "CHN", ["CN"],
            Codes("CN SZX PEK SHA CAN CTU WUH XIY NKG HGH CKG TSN TAO DLC XMN CSX KMG FOC HFE CGO TNA SHE HRB NNG URC LHW"),
            ["zh", "en"],
            Words("Lanying Jinwei Yutong Bohai Zhihao Meilin Guodong Xiaoyan Tianyu Ruoxi Jianping Shuhua Weimin Yaqin Haoran Qiuyue"),
            Words("Zhou Hao Meng Qian Luo Shao Pan Gu Tang Yin Xue Fang Ning Jiang Bai Du Lu Cui Ren Ouyang Situ Shangguan Zhuge Wen Gong Xiang Mo Kang")),
        new(
            "APAC", ["SG", "AU", "MY", "JP", "AE"],
            Codes("SG SIN JUR TAM WDL PGL AU SYD MEL PER BNE ADL MY KUL PEN JHB KCH IPH JP TYO OSA NGO FUK SPK AE DXB AUH SHJ AAN RKT"),
            ["en", "ms", "ja", "zh", "ar"],
            Words("Farah Wee-Keong Shu-Hui Callum Aisyah Haruto Noor Lachlan Mei-Ling Kenji Siti Ryo Priya Darcy Hui-Min Omar"),
            Words("Iskandar Tan Lim Whitlock Nakagawa Abdullah Okonjo Yamashiro Kelleher Rahman Teo Hosokawa Al-Mansoori Drummond Chua Fujisaki "
                + "Zainal Pereira Goh Ashworth Matsuda Suleiman Ong Kirkpatrick Tanabe Bakar Seah Winters")),
    ];

    public static Place Of(int customer) => All[customer % All.Length];

    private static ImmutableArray<string> Words(string words) => [.. words.Split(' ')];

    private static ImmutableArray<string> Codes(string codes)
    {
        var country = "";
        var cities = new List<string>();
        foreach (var code in codes.Split(' '))
        {
            if (code.Length == 2)
            {
                country = code;
            }
            else
            {
                cities.Add($"{country}-{code}");
            }
        }

        return [.. cities];
    }
}
