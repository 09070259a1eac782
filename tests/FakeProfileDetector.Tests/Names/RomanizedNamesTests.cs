using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>One name as several languages and rules spell it in Latin letters; and strangers whose names are near.</summary>
public sealed class RomanizedNamesTests
{
    [Theory]
    [InlineData("Wong Ka Fai", "Huang Jiahui")]
    [InlineData("Cheung Siu Ming", "Zhang Xiaoming")]
    [InlineData("Lau Tak Wah", "Liu Dehua")]
    [InlineData("Yip Wai Man", "Ye Weimin")]
    [InlineData("Kwok Chun Kit", "Guo Junjie")]
    [InlineData("Hsieh Mei-ling", "Xie Meiling")]
    [InlineData("Ts'ai Chih-ming", "Cai Zhiming")]
    [InlineData("Chang Hsueh-liang", "Zhang Xueliang")]
    [InlineData("Hung Hsiu-chu", "Hong Xiuzhu")]
    [InlineData("Tan Wei Ming", "Chen Weiming")]
    [InlineData("Ong Jia Hui", "Wang Jiahui")]
    [InlineData("Grace Cheung", "Grace Zhang")]
    [InlineData("Choi Eun-kyung", "Choe Eungyeong")]
    [InlineData("Moon Kyung-hee", "Mun Gyeonghui")]
    [InlineData("Lim Chul-soo", "Im Cheolsu")]
    [InlineData("Rhee Sang-hoon", "Lee Sanghun")]
    [InlineData("Syunsuke Ohno", "Shunsuke Ono")]
    [InlineData("Joh Ohba", "Jo Oba")]
    [InlineData("Tuji Hirosi", "Hiroshi Tsuji")]
    [InlineData("Yauheni Kavaliou", "Evgeny Kovalev")]
    [InlineData("Yauheni Ivanou", "Evgeny Ivanov")]
    [InlineData("Hanna Siarheyeva", "Anna Sergeeva")]
    [InlineData("Viachaslau Salauyou", "Vyacheslav Solovyov")]
    [InlineData("Volha Darashenka", "Olga Doroshenko")]
    [InlineData("Mikalai Piatrou", "Nikolai Petrov")]
    [InlineData("Ryhor Stsiapanau", "Grigory Stepanov")]
    [InlineData("Aleh Kanavalau", "Oleg Konovalov")]
    [InlineData("Maksim Haurylenka", "Maxim Gavrilenko")]
    [InlineData("Яўген Кавалёў", "Евгений Ковалёв")]
    [InlineData("Oleksii Bondarenko", "Aleksei Bondarenko")]
    [InlineData("Mykola Melnyk", "Nikolai Melnik")]
    [InlineData("Džons Smits", "John Smith")]
    [InlineData("Maikls Džonsons", "Michael Johnson")]
    [InlineData("Dmitrijs Kuzņecovs", "Dmitry Kuznetsov")]
    [InlineData("Andrius Ivanovas", "Andrei Ivanov")]
    [InlineData("Máire Ní Bhriain", "Mary O'Brien")]
    [InlineData("Sorcha Nic Gearailt", "Sarah FitzGerald")]
    [InlineData("Tomás Ó Ceallaigh", "Thomas Kelly")]
    [InlineData("Pádraig Ó Súilleabháin", "Patrick O'Sullivan")]
    [InlineData("Seán Mac Cárthaigh", "John McCarthy")]
    [InlineData("Bríd Uí Néill", "Brigid O'Neill")]
    [InlineData("Áine Ní Chonaill", "Anne O'Connell")]
    [InlineData("Màiri NicLeòid", "Mary MacLeod")]
    [InlineData("Nasr al Din Hadji", "Nasserddine Hadji")]
    [InlineData("Shams ud-Din Khan", "Shamsuddin Khan")]
    [InlineData("Khaled Mansouri", "Jaled Mansuri")]
    [InlineData("Cavid Həsənov", "Dzhavid Gasanov")]
    [InlineData("Krikor Hagopian", "Grigor Hakobyan")]
    [InlineData("Yitzhak Levy", "Isaac Levi")]
    [InlineData("Yiorgos Papadakis", "Georgios Papadakis")]
    [InlineData("Pornthip Bunmi", "Phonthip Boonmee")]
    [InlineData("Jürgen Müller", "Jurgen Mueller")]
    public void Compare_OneNameInTwoSpellings_IsBelowZero(string a, string b)
    {
        Assert.True(NameComparer.Compare(a, b).WeightBits < 0, NameComparer.Compare(a, b).Relation.ToCode());
        Assert.Equal(NameComparer.Compare(a, b).WeightBits, NameComparer.Compare(b, a).WeightBits);
    }

    [Theory]
    [InlineData("Wong Ka Fai", "Huang Meiling")]
    [InlineData("Wang Jing", "Wang Qing")]
    [InlineData("Kim Jihoon", "Kim Jieun")]
    [InlineData("Chen Wei", "Cheng Mei")]
    [InlineData("Ivan Petrov", "John Petrov")]
    [InlineData("Tomás Ó Ceallaigh", "Thomas Kennedy")]
    [InlineData("Seán Mac Cárthaigh", "John McMahon")]
    [InlineData("Peter Roberts", "Peter Robins")]
    [InlineData("Ana Moura", "Ana Mora")]
    [InlineData("Olga Kavaliou", "Olga Kozlov")]
    [InlineData("Olga Petrenka", "Olga Petrov")]
    [InlineData("Yauheni Kavaliou", "Evgeny Kozlov")]
    public void Compare_StrangersWithNearNames_AreNotOne(string a, string b) =>
        Assert.False(NameComparer.Compare(a, b).Relation.IsCompatible(), NameComparer.Compare(a, b).Relation.ToCode());
}
